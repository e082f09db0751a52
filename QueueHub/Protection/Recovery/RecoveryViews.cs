using QueueHub.Contracts;
using QueueHub.Contracts.Protection;

namespace QueueHub.Protection.Recovery;

/// <summary>The recovery room as its readers see it. Pure.</summary>
internal static class RecoveryViews
{
    /// <param name="name">Null: the office has none.</param>
    /// <param name="bookings">Those that are not over, the next one first.</param>
    /// <param name="only">Whose bookings are shown; null: everybody's.</param>
    /// <param name="names">Staff id → name.</param>
    public static RecoveryRoom Of(
        LocalText? name, IReadOnlyList<RoomBooking> bookings, string? only, IReadOnlyDictionary<string, string> names, DateTimeOffset now) =>
        name is null ? new RecoveryRoom(null, null, []) : new RecoveryRoom(
            name, TakenUntil(bookings, now),
            [.. bookings.Where(booking => only is null || booking.Staff == only).Select(booking => new RecoveryBooking(
                booking.Id, booking.FromAt, booking.UntilAt, booking.Staff, names.GetValueOrDefault(booking.Staff, booking.Staff), booking.Counter))]);

    // Where one booking follows another at once, the room is not free in between.
    private static DateTimeOffset? TakenUntil(IReadOnlyList<RoomBooking> bookings, DateTimeOffset now)
    {
        var until = now;
        foreach (var booking in bookings)
        {
            until = booking.FromAt <= until && booking.UntilAt > until ? booking.UntilAt : until;
        }

        return until > now ? until : null;
    }
}
