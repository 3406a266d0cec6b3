using System.Text;

namespace Sitrep.Postmortems.Drawing;

/// <summary>
/// What the bands are and how long each was. Beside the bands some names would not fit; in lines of their own they always do.
/// </summary>
/// <param name="Lines">The items of each line, with where each begins.</param>
internal sealed record DrawingLegend(IReadOnlyList<IReadOnlyList<(double X, string Look, string Name, string Length)>> Lines)
{
    private const double LineHeight = 17;

    /// <summary>How much taller it is than one line.</summary>
    public double Extra => LineHeight * (Math.Max(1, Lines.Count) - 1);

    /// <summary>The legend, in as many lines as the width asks for.</summary>
    public static DrawingLegend Of(IEnumerable<DrawingBand> bands, bool hasDeadEnds, double left, double right)
    {
        var lines = new List<IReadOnlyList<(double, string, string, string)>>();
        var line = new List<(double, string, string, string)>();
        var x = left;
        var items = bands.Where(band => band.Name.Length > 0).Select(band => (band.Look, band.Name, Length: band.Length.Words));
        foreach (var (look, name, length) in hasDeadEnds ? items.Append(("lost", "Dead ends", "")) : items)
        {
            var width = 40 + (1.12 * DrawingLabel.Width(name + length));
            if (line.Count > 0 && x + width > right)
            {
                lines.Add(line);
                (line, x) = ([], left);
            }

            line.Add((x, look, name, length));
            x += width;
        }

        return new([.. lines, line]);
    }

    /// <summary>Draws it.</summary>
    public void Draw(StringBuilder drawing)
    {
        for (var i = 0; i < Lines.Count; i++)
            foreach (var (x, look, name, length) in Lines[i])
                drawing.Append(
                    $"<rect class=\"{look}\" x=\"{x:0.#}\" y=\"{9 + (i * LineHeight):0.#}\" width=\"10\" height=\"10\" rx=\"2\"/><text x=\"{x + 15:0.#}\" y=\"{18 + (i * LineHeight):0.#}\"><tspan class=\"name\">{name}</tspan> {length}</text>\n"
                );
    }
}
