namespace Sitrep.Chat;

/// <summary>A result of <c>doctor</c> about a platform.</summary>
/// <param name="Name">What was looked at: "token".</param>
/// <param name="IsWell">Whether it is as it should be.</param>
/// <param name="Text">What is; where it is not well, with its fix.</param>
internal sealed record DoctorResult(string Name, bool IsWell, string Text);
