using System.Diagnostics;

namespace Sitrep.Tests.Support;

/// <summary>Waits on a condition, and no longer than it takes.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _most = TimeSpan.FromSeconds(20);

    public static async Task Async(Func<Task<bool>> condition)
    {
        var since = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(since.Elapsed < _most, "It did not happen within twenty seconds");
            await Task.Delay(10);
        }
    }
}
