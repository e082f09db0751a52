using CsCheck;
using QueueHub.History.Rollups;

namespace QueueHub.UnitTests.History.Rollups;

/// <summary>How counts are kept in the database.</summary>
public class PackedCountsTests
{
    // Around where a group of bits ends, and as large as they come.
    private static readonly long[] Edges = [63, 64, -64, -65, 127, 128, long.MaxValue, long.MinValue];

    private static readonly Gen<long[]> Counts =
        Gen.Frequency((4, Gen.Const(0L)), (2, Gen.Long[0, 300]), (1, Gen.Long[-300, 300]), (1, Gen.Int[0, Edges.Length - 1].Select(at => Edges[at]))).Array[0, 168];

    [Fact]
    public void What_was_packed_is_unpacked_the_same() => Counts.Sample(counts =>
    {
        var again = new long[counts.Length];

        return PackedCounts.AddTo(again, PackedCounts.Of(counts)) == counts.Aggregate(0L, (sum, count) => sum + count) && again.SequenceEqual(counts);
    });

    [Fact]
    public void Nothing_is_no_byte_and_a_small_count_two()
    {
        Assert.Empty(PackedCounts.Of(new long[129]));
        Assert.Equal([3, 10], PackedCounts.Of([0, 0, 0, 5]));
    }

    [Theory]
    [InlineData(new byte[] { 3 })]
    [InlineData(new byte[] { 3, 0x80 })]
    [InlineData(new byte[] { 3, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01 })]
    [InlineData(new byte[] { 200, 2 })]
    public void Anything_else_is_refused(byte[] packed) => Assert.Throws<InvalidDataException>(() => PackedCounts.AddTo(new long[129], packed));
}
