using System.Buffers;
using System.IO.Pipelines;

namespace QueueHub.History.Export;

/// <summary>
/// Where an export goes. What writes it (an archive, a compressor, an XML writer) knows only a stream and does not wait; the one who feeds it waits in between,
/// by <see cref="DrainAsync"/>, until the reader has taken what there is. So nothing blocks a thread, and no more is held than between two drains.
/// </summary>
internal sealed class Outlet(PipeWriter pipe) : Stream
{
    private const int Full = 64 * 1024;
    private int _held;
    private bool _givenUp;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Takes no more: what an archive still has to say at its end must not make a whole file of half of one.</summary>
    public void GiveUp() => _givenUp = true;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_givenUp)
        {
            return;
        }

        pipe.Write(buffer);
        _held += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    /// <summary>Waits for the reader, if much has come together.</summary>
    public ValueTask DrainAsync(CancellationToken cancellation) => _held < Full ? ValueTask.CompletedTask : FlushPipeAsync(cancellation);

    /// <summary>Waits for the reader.</summary>
    public async ValueTask FlushPipeAsync(CancellationToken cancellation)
    {
        _held = 0;
        if ((await pipe.FlushAsync(cancellation)).IsCompleted)
        {
            // Nobody reads any more.
            throw new OperationCanceledException(cancellation);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
