namespace Sitrep.LocalDiscord.Faults;

/// <summary>The faults that stand, in the order in which they were laid; the first that fits strikes.</summary>
/// <param name="seed">Of the dice, so that a run can be repeated.</param>
public sealed class FaultPlan(int seed = 1)
{
    private readonly Lock _gate = new();
    private readonly List<(Fault Fault, int Skip, int Left)> _standing = [];
    private readonly Random _dice = new(seed);
    private readonly List<(FaultKind Kind, string Route)> _struck = [];

    /// <summary>What requests really met, in order; the route as method and template.</summary>
    public IReadOnlyList<(FaultKind Kind, string Route)> Struck
    {
        get
        {
            lock (_gate) return [.. _struck];
        }
    }

    /// <summary>How many are left to strike; those without an end count one.</summary>
    public int Standing
    {
        get
        {
            lock (_gate) return _standing.Sum(one => one.Fault.Times is null ? 1 : one.Left);
        }
    }

    public void Lay(Fault fault)
    {
        lock (_gate) _standing.Add((fault, fault.Skip, fault.Times ?? 0));
    }

    public void Clear()
    {
        lock (_gate) _standing.Clear();
    }

    internal Fault? Take(string method, string path, string? template)
    {
        lock (_gate)
        {
            for (var i = 0; i < _standing.Count; i++)
            {
                var (fault, skip, left) = _standing[i];
                if (!fault.Fits(method, path, template)) continue;
                if (skip > 0)
                {
                    _standing[i] = (fault, skip - 1, left);
                    continue;
                }

                if (fault.Probability < 1 && _dice.NextDouble() >= fault.Probability) continue;
                _struck.Add((fault.Kind, $"{method} {template ?? path}"));
                if (fault.Times is null) return fault;
                if (left == 1) _standing.RemoveAt(i);
                else _standing[i] = (fault, 0, left - 1);
                return fault;
            }

            return null;
        }
    }
}
