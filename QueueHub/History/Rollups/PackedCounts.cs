namespace QueueHub.History.Rollups;

/// <summary>
/// Counts as the database keeps them: of each that is not zero its place as one byte, then the count, zigzag and in groups of seven bits, lowest first. As arrays
/// of integers they would be most of what a question about years has to wait for: Postgres and this process would handle each number by itself.
/// </summary>
internal static class PackedCounts
{
    private const int LongestCount = 10;

    public static byte[] Of(ReadOnlySpan<long> counts)
    {
        Span<byte> packed = stackalloc byte[counts.Length * (1 + LongestCount)];
        var length = 0;
        for (var place = 0; place < counts.Length; place++)
        {
            if (counts[place] == 0)
            {
                continue;
            }

            packed[length++] = checked((byte)place);
            var rest = (ulong)((counts[place] << 1) ^ (counts[place] >> 63));
            for (; rest > 0x7f; rest >>= 7)
            {
                packed[length++] = (byte)(rest | 0x80);
            }

            packed[length++] = (byte)rest;
        }

        return packed[..length].ToArray();
    }

    /// <summary>Adds what <see cref="Of"/> gave; returns how much that is in all.</summary>
    /// <exception cref="InvalidDataException">It gave something else.</exception>
    public static long AddTo(Span<long> counts, ReadOnlySpan<byte> packed)
    {
        var sum = 0L;
        for (var at = 0; at < packed.Length;)
        {
            var place = packed[at++];
            var (raw, shift) = (0UL, 0);
            byte group;
            do
            {
                if (at == packed.Length || shift > 63)
                {
                    throw new InvalidDataException("Packed counts end in the middle of one.");
                }

                group = packed[at++];
                raw |= (ulong)(group & 0x7f) << shift;
                shift += 7;
            }
            while (group > 0x7f);

            var count = (long)(raw >> 1) ^ -(long)(raw & 1);
            if (place >= counts.Length)
            {
                throw new InvalidDataException($"Packed counts have no place {place}.");
            }

            counts[place] += count;
            sum += count;
        }

        return sum;
    }
}
