using System.Text.Json.Serialization;

namespace Sitrep.Prose;

/// <summary>
/// What messages and documents are made of. The set is closed: every renderer handles each. Messages hold few of
/// them, a postmortem many.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(ListBlock), "list")]
[JsonDerivedType(typeof(Picture), "picture")]
internal abstract record Block
{
    private protected Block() { }
}

/// <summary>A heading.</summary>
/// <param name="Level">1 for a document's title, 2 for a section.</param>
/// <param name="Line">Its words.</param>
internal sealed record Heading(int Level, Line Line) : Block;

/// <summary>A paragraph.</summary>
internal sealed record Paragraph(Line Line) : Block;

/// <summary>A list; numbered where <paramref name="Numbered"/>, from <see cref="First"/>.</summary>
internal sealed record ListBlock(bool Numbered, IReadOnlyList<Line> Items) : Block
{
    /// <summary>The first item's number: 1, unless an earlier message holds the list's beginning.</summary>
    public int First { get; init; } = 1;

    /// <summary>Lists compare by what they hold.</summary>
    public bool Equals(ListBlock? other) =>
        other is not null && Numbered == other.Numbered && First == other.First && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => HashCode.Combine(Numbered, First, Items.Count);
}

/// <summary>A picture by its address; the server never fetches it.</summary>
internal sealed record Picture(string Url, string Alt) : Block;
