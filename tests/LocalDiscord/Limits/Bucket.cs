namespace Sitrep.LocalDiscord.Limits;

/// <summary>A window that opens with its first request.</summary>
internal sealed class Bucket(Allowance allowance)
{
    private DateTimeOffset _opened = DateTimeOffset.MinValue;
    private int _spent;

    public int Limit => allowance.Requests;

    public int Remaining => Math.Max(0, allowance.Requests - _spent);

    public DateTimeOffset ResetsAt => _opened + allowance.Per;

    public bool Spend(DateTimeOffset now)
    {
        if (_spent == 0 || now >= ResetsAt) (_opened, _spent) = (now, 0);
        if (_spent >= allowance.Requests) return false;
        _spent++;
        return true;
    }
}
