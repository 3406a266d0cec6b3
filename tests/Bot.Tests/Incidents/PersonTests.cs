using Sitrep.Incidents;

namespace Sitrep.Tests.Incidents;

public sealed class PersonTests
{
    private static readonly Person _ana = new("slack", "U1", "ana");

    [Fact]
    public void A_renamed_account_is_the_same_person()
    {
        var renamed = _ana with { Name = "anastasia" };
        Assert.Equal(_ana, renamed);
        Assert.Single(new[] { _ana, renamed }.Distinct());
    }

    [Theory]
    [InlineData("web", "U1")]
    [InlineData("discord", "U1")]
    [InlineData("slack", "U2")]
    [InlineData("slack", "u1")]
    public void Another_platform_or_another_id_is_somebody_else(string platform, string id) =>
        Assert.NotEqual(_ana, new(platform, id, "ana"));
}
