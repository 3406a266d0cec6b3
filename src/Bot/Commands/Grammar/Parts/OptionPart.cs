namespace Sitrep.Commands.Grammar.Parts;

/// <summary>An option, <c>key:value</c> anywhere in the text.</summary>
internal sealed record OptionPart : Part
{
    private readonly string _placeholder;
    private readonly IReadOnlyList<string> _choices;

    private OptionPart(string name, string placeholder, string hint, bool isTime, IReadOnlyList<string> choices) : base(name)
    {
        (Hint, KeyHint, IsTime, IsOptional) = (hint, hint, isTime, true);
        (_placeholder, _choices) = (placeholder, choices);
    }

    /// <summary>Whether the value is a time, which may hold spaces without quotes.</summary>
    public bool IsTime { get; }

    /// <summary>Whether the time may also stand in front of the text, without its key: <c>resolve 14:40 rolled back</c>.</summary>
    public bool MayLead { get; init; }

    /// <summary>Whether the value is a day, which may hold spaces without quotes.</summary>
    public bool IsDay { get; init; }

    /// <summary>Whether the value is one word, which may stand apart from its key: <c>service: checkout</c>.</summary>
    public bool IsWord { get; init; }

    /// <summary>Whether only a button types it.</summary>
    public bool IsHidden { get; init; }

    public override bool IsShown => !IsHidden;

    /// <summary>A word that it may hold instead of what it is for; null for none.</summary>
    public string? Or { get; init; }

    public override IReadOnlyList<string> Choices => _choices;

    public override string Written => Or is null ? $"{Name}:{_placeholder}" : $"{Name}:{_placeholder}|{Name}:{Or}";

    /// <summary>A value of any kind.</summary>
    /// <param name="name">Its key.</param>
    /// <param name="placeholder">What stands for the value in the usage line.</param>
    /// <param name="hint">What goes in.</param>
    public static OptionPart Text(string name, string placeholder, string hint) => new(name, placeholder, hint, isTime: false, []);

    /// <summary>A time.</summary>
    public static OptionPart When(string name, string hint) => new(name, "WHEN", hint, isTime: true, []);

    /// <summary>One word.</summary>
    public static OptionPart Word(string name, string placeholder, string hint) =>
        new(name, placeholder, hint, isTime: false, []) { IsWord = true };

    /// <summary>A day.</summary>
    public static OptionPart Day(string name, string hint) => new(name, "DATE", hint, isTime: false, []) { IsDay = true };

    /// <summary>One word of a few.</summary>
    public static OptionPart Choice(string name, string hint, params IReadOnlyList<string> choices) =>
        new(name, string.Join('|', choices), hint, isTime: false, choices);
}
