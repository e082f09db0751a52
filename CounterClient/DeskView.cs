namespace CounterClient;

/// <summary>What the desk can show in front of itself besides the question of an action.</summary>
public enum DeskView
{
    /// <summary>Who is next, before anybody is called.</summary>
    Preview,
    /// <summary>The other ways to complete.</summary>
    Ending,
    /// <summary>A ticket for somebody without a phone.</summary>
    Issue,
    /// <summary>Whether to take the counter from whoever holds it.</summary>
    TakeOver,
    /// <summary>Whether to leave the counter for another one.</summary>
    Change,
    /// <summary>Whether to sign out.</summary>
    SignOut,
    /// <summary>Leaving the counter at once, to recover.</summary>
    StepAway,
    /// <summary>Writing down what has happened, and reading it.</summary>
    Record,
}
