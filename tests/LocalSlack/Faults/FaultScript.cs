namespace Sitrep.LocalSlack.Faults;

/// <summary>The faults that calls will meet, in the order they were added.</summary>
/// <param name="seed">Of the dice, so that a run can be repeated.</param>
public sealed class FaultScript(int seed)
{
    private readonly Lock _gate = new();
    private readonly Random _dice = new(seed);
    private readonly List<Pending> _pending = [];
    private readonly List<(FaultKind Kind, string Method)> _struck = [];

    /// <summary>What calls really met, in order.</summary>
    public IReadOnlyList<(FaultKind Kind, string Method)> Struck
    {
        get { lock (_gate) return [.. _struck]; }
    }

    public void Add(Fault fault)
    {
        lock (_gate) _pending.Add(new(fault));
    }

    /// <summary>Everything is well again.</summary>
    public void Clear()
    {
        lock (_gate) _pending.Clear();
    }

    /// <summary>The fault that a call of this method meets now; null for none.</summary>
    internal Fault? Meet(string method)
    {
        lock (_gate)
        {
            foreach (var one in _pending.Where(one => one.Fault.Method == "*" || one.Fault.Method == method).ToList())
            {
                if (one.Skipped < one.Fault.Skip)
                {
                    one.Skipped++;
                    continue;
                }

                // The dice need no secrecy, and the same seed must throw the same numbers.
#pragma warning disable CA5394
                if (one.Fault.Probability < 1 && _dice.NextDouble() >= one.Fault.Probability) continue;
#pragma warning restore CA5394
                one.Met++;
                _struck.Add((one.Fault.Kind, method));
                if (one.Met >= one.Fault.Times) _pending.Remove(one);
                return one.Fault;
            }

            return null;
        }
    }

    private sealed class Pending(Fault fault)
    {
        public Fault Fault { get; } = fault;
        public int Met { get; set; }
        public int Skipped { get; set; }
    }
}
