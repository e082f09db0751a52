namespace DisplayClient.Live;

/// <summary>How a display stands with the server.</summary>
public enum LinkState
{
    /// <summary>Not yet connected since it was switched on.</summary>
    Connecting,
    /// <summary>What is shown is true now.</summary>
    Live,
    /// <summary>What is shown was true some time ago; reconnecting.</summary>
    Lost,
    /// <summary>The server does not know the office.</summary>
    UnknownOffice,
}
