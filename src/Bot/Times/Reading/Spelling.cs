using System.Globalization;

namespace Sitrep.Times.Reading;

/// <summary>Digits and colons of every script as ASCII, so that <c>１４：０５</c> is read as 14:05.</summary>
internal static class Spelling
{
    /// <summary>The same text, character by character.</summary>
    public static string Plain(string text) => System.Text.Ascii.IsValid(text)
        ? text
        : string.Create(text.Length, text, static (plain, from) =>
        {
            for (var i = 0; i < plain.Length; i++) plain[i] = Plain(from[i]);
        });

    private static char Plain(char c) => c switch
    {
        <= '\u007f' => c,
        '\uff1a' or '\u2236' or '\ufe55' or '\ua789' => ':',
        _ when char.IsDigit(c) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
        _ => c,
    };
}
