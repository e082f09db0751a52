namespace DisplayClient.Announcing;

/// <summary>A call that has been announced here.</summary>
public sealed record HeardCall(long Id, int Number, string Counter);
