using Microsoft.Playwright;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Web.Page;

/// <summary>The page as a person uses it. Everything that the browser complains about is kept.</summary>
internal sealed class ChatPage
{
    private readonly List<string> _complaints = [];

    private ChatPage(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(20_000);
        page.PageError += (_, problem) => _complaints.Add(problem);
        page.Dialog += (_, dialog) =>
        {
            _complaints.Add("a dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) =>
        {
            // A picture that is not there is the picture's fault.
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
                _complaints.Add(message.Text);
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator Log => Page.Locator("#log");

    public ILocator Composer => Page.Locator("#text");

    public ILocator Document => Log.Locator(".document");

    public static Task<ChatPage> OpenAsync(RunningBot bot, IBrowserContext context, string channel = "", string? name = null) =>
        OpenAsync(bot.Url, context, channel, name);

    public static async Task<ChatPage> OpenAsync(Uri url, IBrowserContext context, string channel, string? name)
    {
        var page = new ChatPage(await context.NewPageAsync());
        if (name is not null)
            await context.AddInitScriptAsync($"localStorage.getItem('sitrep.name') ?? localStorage.setItem('sitrep.name', '\"{name}\"')");
        await page.Page.GotoAsync($"{url}#{channel}");
        await page.Page.WaitForSelectorAsync(".state.live");
        return page;
    }

    public async Task TypeAsync(string text)
    {
        await Composer.FillAsync(text);
        await Composer.PressAsync("Enter");
    }

    public Task SeesAsync(string text) => Log.GetByText(text).First.WaitForAsync();

    /// <summary>Waits until something is true in the page.</summary>
    public Task IsTrueAsync(string expression) => Eventually.Async(() => Page.EvaluateAsync<bool>(expression));

    public Task TitleIsAsync(string title) => Page.Locator("#title", new() { HasText = title }).WaitForAsync();
}
