using System.Globalization;
using Microsoft.Extensions.Primitives;
using Sitrep.Access;
using Sitrep.Incidents;

namespace Sitrep.Chat.Web.Routes;

/// <summary>Reads what a request's address names.</summary>
internal static class RequestValues
{
    private const int LongestChannel = 100;

    /// <summary>The person who asks, by the name given; anybody without one.</summary>
    public static Viewer Caller(HttpContext context)
    {
        var name = context.Request.Query["user"].ToString().Trim().TrimStart('@');
        return name.Length == 0 ? Viewer.Anybody : Viewer.Of(Person.Named(Platforms.Web, name));
    }

    /// <summary>A number of 0 or more; null for anything else.</summary>
    public static long? Number(StringValues text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The channel, without the <c>#</c> people put in front; null where the name cannot be one.</summary>
    public static string? Channel(HttpContext context)
    {
        var name = (context.Request.RouteValues["channel"] as string ?? "").TrimStart('#');
        return name.Length is > 0 and <= LongestChannel
            && char.IsAsciiLetterOrDigit(name[0])
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_')
                ? name
                : null;
    }
}
