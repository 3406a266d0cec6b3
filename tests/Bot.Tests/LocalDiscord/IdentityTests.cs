namespace Sitrep.Tests.LocalDiscord;

public sealed class IdentityTests : DiscordTest
{
    [Theory]
    [InlineData("/gateway")]
    [InlineData("/gateway/bot")]
    [InlineData("/applications/@me")]
    [InlineData("/oauth2/applications/@me")]
    [InlineData("/users/@me")]
    [InlineData("/users/@me/guilds")]
    [InlineData("/users/1000000000000000100")]
    public async Task The_bot_learns_who_and_where_it_is(string path) => Assert.Equal(200, (await Discord.Get(path)).Status);

    [Fact]
    public async Task Without_its_token_it_is_nobody()
    {
        Discord.Http.DefaultRequestHeaders.Authorization = null;
        var answer = await Discord.Get("/users/@me");
        Assert.Equal((401, 0), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Without_a_name_the_edge_refuses_it_and_speaks_no_json()
    {
        Discord.Http.DefaultRequestHeaders.UserAgent.Clear();
        var answer = await Discord.Get("/users/@me");
        Assert.Equal((403, "error code: 1010"), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task What_is_not_there_is_404_and_the_wrong_verb_405()
    {
        Assert.Equal(404, (await Discord.Get("/nothing/here")).Status);
        Assert.Equal(405, (await Discord.Delete("/users/@me")).Status);
        Assert.Equal(10013, (await Discord.Get("/users/12")).Code);
        Assert.Equal((400, 50035), ((await Discord.Get("/users/twelve")).Status, (await Discord.Get("/users/twelve")).Code));
    }
}
