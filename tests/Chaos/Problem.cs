namespace Sitrep.Chaos;

/// <summary>What a campaign without kills came to.</summary>
/// <param name="Name">The campaign.</param>
/// <param name="Said">What was counted, zeros beside the counts they were found in.</param>
/// <param name="IsGood">Whether everything is as it must be.</param>
internal sealed record Problem(string Name, string Said, bool IsGood)
{
    public override string ToString() => $"{Name}: {Said}";
}
