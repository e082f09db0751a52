namespace QueueHub.Contracts.Protection;

/// <summary>
/// The recovery room of an office: GET <c>/api/offices/{office}/recovery</c>. Clerks see whether it is free, and their own booking; supervisors who has booked it.
/// Nothing of it outlives its day.
/// </summary>
/// <param name="Name">What the room is called; null: the office has none.</param>
/// <param name="TakenUntil">Null while it is free now.</param>
/// <param name="Bookings">Those of now and later that the reader may see, the next one first.</param>
public sealed record RecoveryRoom(LocalText? Name, DateTimeOffset? TakenUntil, IReadOnlyList<RecoveryBooking> Bookings);

/// <summary>Somebody has the room.</summary>
/// <param name="Counter">Where the clerk was called away from; null when from none.</param>
public sealed record RecoveryBooking(string Id, DateTimeOffset From, DateTimeOffset Until, string Staff, string StaffName, string? Counter);

/// <summary>Books the room for the caller: POST to <c>/api/offices/{office}/recovery</c>; <c>room_taken</c> when somebody else has it at that time.</summary>
/// <param name="InMinutes">When it begins, from now; 0: now.</param>
/// <param name="Minutes">For how long.</param>
public sealed record RecoveryRequest(string RequestId, int Minutes, int InMinutes = 0, string? Counter = null) : Tickets.ICommandRequest;
