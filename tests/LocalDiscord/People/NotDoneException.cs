namespace Sitrep.LocalDiscord.People;

/// <summary>What the app would not let a person do; nothing was sent to the bot.</summary>
public sealed class NotDoneException(string message) : Exception(message);
