using System.Buffers;

namespace Sitrep.Chat.Slack.Http;

/// <summary>A request's body in one piece of rented memory, with room in front for what is signed with it.</summary>
internal readonly struct RawBody : IDisposable
{
    private readonly byte[] _rented;

    private RawBody(byte[] rented, int length)
    {
        _rented = rented;
        Length = length;
    }

    /// <summary>The body's bytes.</summary>
    public int Length { get; }

    /// <summary>The body.</summary>
    public Span<byte> Bytes => _rented.AsSpan(RequestSignature.Room, Length);

    /// <summary>The body, for readers that keep it.</summary>
    public ReadOnlyMemory<byte> Memory => _rented.AsMemory(RequestSignature.Room, Length);

    /// <summary>The room and the body behind it.</summary>
    public Span<byte> Signed => _rented.AsSpan(0, RequestSignature.Room + Length);

    /// <summary>Reads it. The server's own limit cuts a body that is too long.</summary>
    /// <exception cref="BadHttpRequestException">It is too long, or broke off.</exception>
    public static async ValueTask<RawBody> ReadAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (!read.IsCompleted)
            {
                // Nothing is consumed before all of it is there, so that one copy is enough.
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var length = (int)read.Buffer.Length;
            var rented = ArrayPool<byte>.Shared.Rent(RequestSignature.Room + length);
            read.Buffer.CopyTo(rented.AsSpan(RequestSignature.Room));
            reader.AdvanceTo(read.Buffer.End);
            return new(rented, length);
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_rented);
}
