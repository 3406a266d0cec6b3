using System.Text;

namespace Sitrep.Chat.Slack.Http;

/// <summary>
/// Walks over an <c>application/x-www-form-urlencoded</c> body, field by field, decoding values where they lie: what is
/// not asked for costs nothing.
/// </summary>
internal ref struct FormFields(Span<byte> body)
{
    private Span<byte> _rest = body;
    private Span<byte> _value;

    /// <summary>The field's name, as sent: Slack's names need no decoding.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Goes to the next field.</summary>
    public bool Next()
    {
        if (_rest.IsEmpty) return false;
        var end = _rest.IndexOf((byte)'&');
        var field = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? [] : _rest[(end + 1)..];
        var equals = field.IndexOf((byte)'=');
        Name = equals < 0 ? field : field[..equals];
        _value = equals < 0 ? [] : field[(equals + 1)..];
        return true;
    }

    /// <summary>The field's value. It is decoded in place: ask once.</summary>
    public Span<byte> Decode()
    {
        if (_value.IndexOfAny((byte)'%', (byte)'+') < 0) return _value;
        var to = 0;
        for (var from = 0; from < _value.Length; from++)
        {
            var c = _value[from];
            if (c == '+') c = (byte)' ';
            else if (c == '%'
                && from + 2 < _value.Length
                && char.IsAsciiHexDigit((char)_value[from + 1])
                && char.IsAsciiHexDigit((char)_value[from + 2]))
            {
                c = (byte)((Digit(_value[from + 1]) << 4) | Digit(_value[from + 2]));
                from += 2;
            }

            _value[to++] = c;
        }

        return _value[..to];
    }

    /// <summary>The value as text; bytes that are no UTF-8 become U+FFFD.</summary>
    public string Text() => Encoding.UTF8.GetString(Decode());

    private static int Digit(byte c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
