using System.Data;
using System.Globalization;
using Dapper;

namespace Sitrep.Storage;

/// <summary>Instants as the database keeps them: UTC text of fixed width, which sorts as it should.</summary>
internal static class Instants
{
    /// <summary>For a column.</summary>
    public static string ToText(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>For a column that may be empty.</summary>
    public static string? ToText(DateTimeOffset? instant) => instant is { } at ? ToText(at) : null;

    /// <summary>From a column.</summary>
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}

/// <summary>Lets Dapper write and read instants.</summary>
internal sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    private static readonly Lazy<bool> _registered = new(() =>
    {
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new InstantHandler());
        return true;
    });

    public static void Register() => _ = _registered.Value;

    public override DateTimeOffset Parse(object value) => Instants.Parse((string)value);

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = Instants.ToText(value);
}
