using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Api;

/// <summary>Whether a token may call a method at all. Source: the errors every method documents.</summary>
internal static class Authentication
{
    public static void Check(App app, Method method, string? token)
    {
        if (method.Name == "api.test" && token is null) return;
        if (token is null) throw new SlackRefusalException("not_authed");
        var isAppToken = token == app.AppToken;
        if (!isAppToken && token != app.BotToken) throw new SlackRefusalException("invalid_auth");
        Alive(isAppToken ? app.AppTokenState : app.BotTokenState);
        if (method.Name is "auth.test" or "api.test") return;
        if (isAppToken != method.WantsAppToken) throw new SlackRefusalException("not_allowed_token_type");
    }

    private static void Alive(TokenState state)
    {
        switch (state)
        {
            case TokenState.Revoked: throw new SlackRefusalException("token_revoked");
            case TokenState.AccountInactive: throw new SlackRefusalException("account_inactive");
            case TokenState.Expired: throw new SlackRefusalException("token_expired");
        }
    }
}
