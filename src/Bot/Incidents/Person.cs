namespace Sitrep.Incidents;

/// <summary>Somebody in a chat.</summary>
/// <param name="Id">The platform's own id; in the built-in chat and in transcripts the name itself.</param>
/// <param name="Name">The name people saw at the time, without <c>@</c>. It is history: a later rename does not change it.</param>
public sealed record Person(string Id, string Name)
{
    /// <summary>A person of the built-in chat or a transcript, whose name is their id.</summary>
    public static Person Named(string name) => new(name.TrimStart('@'), name.TrimStart('@'));

    /// <inheritdoc/>
    public override string ToString() => "@" + Name;
}
