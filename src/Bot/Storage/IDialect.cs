namespace Sitrep.Storage;

/// <summary>How an engine spells what engines spell differently. All other SQL is in words that every engine knows.</summary>
internal interface IDialect
{
    /// <summary>A member of a JSON column as text; null where the column holds no JSON or no such member.</summary>
    string JsonText(string column, string member);

    /// <summary>Whether a column is one of the values of a list parameter.</summary>
    /// <param name="column">The column.</param>
    /// <param name="parameter">The parameter's name, without <c>@</c>; an empty list is true of no row.</param>
    string OneOf(string column, string parameter);
}
