namespace Sitrep.Tests.LocalSlack;

/// <summary>A clock whose timers ring only when a test moves it.</summary>
internal sealed class SteppedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Move(TimeSpan by)
    {
        List<Timer> due;
        lock (_gate)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            foreach (var timer in due) timer.Advance(_now);
        }

        foreach (var timer in due) timer.Ring();
    }

    /// <summary>Lets time pass until something has happened, a second at a time unless told otherwise.</summary>
    public async Task Until(Func<bool> happened, TimeSpan? step = null)
    {
        while (!happened())
        {
            Move(step ?? TimeSpan.FromSeconds(1));
            await Task.Delay(2);
        }
    }

    private sealed class Timer(SteppedClock clock, Action ring) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                _period = period;
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = clock._now + dueTime;
                if (dueTime > TimeSpan.Zero) clock._timers.Add(this);
            }

            if (dueTime == TimeSpan.Zero) ThreadPool.QueueUserWorkItem(_ => Ring());
            return true;
        }

        public void Advance(DateTimeOffset now)
        {
            if (_period > TimeSpan.Zero) Due = now + _period;
            else clock._timers.Remove(this);
        }

        public void Ring() => ring();

        public void Dispose()
        {
            lock (clock._gate) clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
