namespace Sitrep.Prose;

/// <summary>Which addresses a reader may be sent to.</summary>
internal static class SafeUrl
{
    /// <summary>An absolute http or https address.</summary>
    public static bool IsWeb(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    /// <summary>
    /// An http(s) address or a plain file name. Everything else (<c>javascript:</c>, <c>data:</c>, <c>//host</c>) is
    /// shown as words. Browsers skip blanks and control characters within a scheme, so they do not count here.
    /// </summary>
    public static bool IsSafe(string url)
    {
        if (IsWeb(url)) return true;
        var seen = string.Concat(url.Where(c => c > ' ' && !char.IsControl(c)));
        return seen.Length > 0 && !seen.Contains(':', StringComparison.Ordinal)
            && !seen.StartsWith("//", StringComparison.Ordinal) && !seen.Contains('\\', StringComparison.Ordinal);
    }
}
