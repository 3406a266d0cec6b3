using System.Net;
using System.Text.RegularExpressions;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web.Page;

public sealed class PageFilesTests
{
    [Fact]
    public async Task The_page_and_everything_it_names_is_served_with_its_type()
    {
        await using var bot = await RunningBot.StartAsync();
        var page = await bot.Http.GetStringAsync("/");
        foreach (Match named in Regex.Matches(page, "(?:src|href)=\"([a-z][^\"]+)\""))
        {
            using var response = await bot.Http.GetAsync("/" + named.Groups[1].Value);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        using var script = await bot.Http.GetAsync("/js/app.js");
        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
        foreach (Match module in Regex.Matches(await script.Content.ReadAsStringAsync(), "from '\\./([^']+)'"))
            Assert.NotEmpty(await bot.Http.GetStringAsync("/js/" + module.Groups[1].Value));
    }

    [Fact]
    public async Task A_file_that_did_not_change_is_not_sent_again()
    {
        await using var bot = await RunningBot.StartAsync();
        using var first = await bot.Http.GetAsync("/");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await bot.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Nothing_runs_or_styles_inline()
    {
        await using var bot = await RunningBot.StartAsync();
        Assert.DoesNotMatch("<style|style=\"|<script(?![^>]*src=)| on[a-z]+=\"", await bot.Http.GetStringAsync("/"));
    }

    [Theory]
    [InlineData("/../appsettings.json")]
    [InlineData("/js/../../Program.cs")]
    [InlineData("/js/%2e%2e%2fapp.js")]
    public async Task Only_the_page_s_own_files_are_there(string path)
    {
        await using var bot = await RunningBot.StartAsync();
        using var response = await bot.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
