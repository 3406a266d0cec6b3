using System.Globalization;
using System.Text.Json;
using Sitrep.Occurrences;

namespace Sitrep.Chat.Discord.Interactions;

/// <summary>Completes the option that somebody is typing.</summary>
internal sealed class AutocompleteHandler(Completion completion, InteractionTranslator asked, Callbacks callbacks)
{
    private const int LongestValue = 100;

    /// <summary>Answers with suggestions; none where there is nothing to say.</summary>
    public async Task TakeAsync(InteractionObject interaction, CancellationToken cancellation)
    {
        var choices = new List<JsonElement>();
        if (interaction.Data is { } data
            && asked.Shape(data) is var (shape, options)
            && options.FirstOrDefault(option => option.Focused) is { } focused
            && shape.Parts.FirstOrDefault(part => part.Name == focused.Name) is { } part)
        {
            var named = shape.Parts.FirstOrDefault(other => other.Takes == PartKind.Incident)?.Name;
            var incident = options.FirstOrDefault(option => option.Name == named && option != focused);
            var where = interaction.Where;
            var chosen = incident is null ? null : InteractionTranslator.Value(incident);
            var offered = completion.Offer(
                where,
                InteractionTranslator.Who(interaction),
                part,
                chosen,
                InteractionTranslator.Value(focused) ?? "");
            choices.AddRange(offered.Where(offer => offer.Value.Length is > 0 and <= LongestValue).Select(offer => Choice(part, offer)));
        }

        await callbacks.OfferAsync(interaction, new(new(choices)), cancellation);
    }

    private static JsonElement Choice(CommandPart part, Suggestion offer) =>
        part.Takes is PartKind.Entry or PartKind.Task
            ? JsonSerializer.SerializeToElement(
                new(offer.Shown, long.Parse(offer.Value, CultureInfo.InvariantCulture)),
                InteractionJson.Default.NumberChoice)
            : JsonSerializer.SerializeToElement(new(offer.Shown, offer.Value), InteractionJson.Default.StringChoice);
}
