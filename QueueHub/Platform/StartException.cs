namespace QueueHub.Platform;

/// <summary>The hub cannot start, and one sentence says why and what to do; printed without a stack trace.</summary>
public sealed class StartException(string sentence, Exception? cause = null) : Exception(sentence, cause);
