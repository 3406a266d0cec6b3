namespace Sitrep.Commands;

/// <summary>A message or file that a platform has posted, and that will be brought up to date by its key.</summary>
/// <param name="Key">The effect's key, for example <c>INC-7/card</c>.</param>
/// <param name="ExternalId">The platform's id of it.</param>
internal sealed record KeyedMessage(string Key, string ExternalId);
