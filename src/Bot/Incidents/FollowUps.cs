namespace Sitrep.Incidents;

/// <summary>A task that prevents the next one. Numbered from 1 within its incident, order kept.</summary>
internal sealed record ActionItem(int Number, string Text, string? Owner, DateOnly? Due, bool Done);

/// <summary>Something to do better, without an owner.</summary>
internal sealed record Improvement(string Text);

/// <summary>Another incident, as it was called when people linked it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title at that time; null where not everybody may read it.</param>
internal sealed record IncidentLink(IncidentId Id, string? Title)
{
    /// <summary>As people read it: <c>INC-3 "Checkout down"</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Shown => Title is null ? Id.ToString() : $"{Id} \"{Title}\"";
}

/// <summary>A picture or link. The server never fetches it.</summary>
/// <param name="Url">An http(s) address or a plain file name.</param>
/// <param name="Alt">What it shows, in words; empty where nobody said.</param>
/// <param name="Place">Where in the document it stands.</param>
internal sealed record Attachment(string Url, string Alt, AttachmentPlace Place);

/// <summary>The place of an attachment in the postmortem.</summary>
internal enum AttachmentPlace
{
    /// <summary>Under the title.</summary>
    Top,

    /// <summary>Under "Corrective and Preventative Measures".</summary>
    Measures,

    /// <summary>At the end.</summary>
    Bottom,
}
