namespace QueueHub.History.Rollups;

/// <summary>What one ticket or one counter adds to the rollups of one thing in one hour.</summary>
/// <param name="Key">Which service, counter, class, channel or journey; empty of the office.</param>
/// <param name="Hour">When that hour began, by the office's time.</param>
public readonly record struct Booking(RollupKind Kind, string Key, DateTime Hour, Tally Tally);
