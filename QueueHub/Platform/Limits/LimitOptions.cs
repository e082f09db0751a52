using System.ComponentModel.DataAnnotations;

namespace QueueHub.Platform.Limits;

/// <summary>All that one node takes on; section <c>Limits</c> of the configuration. docs/limits.md gives the reason for each figure.</summary>
public sealed class LimitOptions
{
    // Rates

    /// <summary>Commands of one phone in a minute.</summary>
    [Range(1, 1_000_000)]
    public int PerDevice { get; set; } = 20;

    /// <summary>Commands from one address in a minute: a whole lobby may share one.</summary>
    [Range(1, 1_000_000)]
    public int PerAddress { get; set; } = 1200;

    /// <summary>Steps and fields of forms that one phone sends in a minute: one for every pause in typing.</summary>
    [Range(1, 1_000_000)]
    public int FormPerDevice { get; set; } = 180;

    /// <summary>Steps and fields of forms from one address in a minute.</summary>
    [Range(1, 1_000_000)]
    public int FormPerAddress { get; set; } = 6000;

    /// <summary>Screens that ask from one address in a minute to be paired.</summary>
    [Range(1, 1_000_000)]
    public int PairingsPerAddress { get; set; } = 30;

    /// <summary>Questions in a minute from one address whether a screen has been paired: thirty screens behind it may wait at once.</summary>
    [Range(1, 1_000_000)]
    public int PairingPollsPerAddress { get; set; } = 600;

    /// <summary>Codes of screens that one supervisor looks up or confirms in a minute: nobody finds one by guessing.</summary>
    [Range(1, 1_000_000)]
    public int CodesPerPerson { get; set; } = 20;

    /// <summary>Readings of the public feed from one address in a minute.</summary>
    [Range(1, 1_000_000)]
    public int FeedPerAddress { get; set; } = 120;

    /// <summary>Questions to history in a minute with one API key.</summary>
    [Range(1, 1_000_000)]
    public int PerApiKey { get; set; } = 120;

    /// <summary>Exports that this node writes at the same time; each holds a connection to the database.</summary>
    [Range(1, 100)]
    public int Exports { get; set; } = 3;

    /// <summary>Questions of programs (API keys) at work at the same time: a script that asks all at once must not stand before the clerks.</summary>
    [Range(1, 10_000)]
    public int ProgramRequests { get; set; } = 8;

    /// <summary>Questions of programs that wait for their turn.</summary>
    [Range(0, 100_000)]
    public int ProgramRequestsWaiting { get; set; } = 120;

    /// <summary>An export that takes longer is given up: its reader holds back the database's clean-up.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "06:00:00")]
    public TimeSpan LongestExport { get; set; } = TimeSpan.FromMinutes(30);

    // Requests in flight

    /// <summary>Citizens' requests at work at the same time.</summary>
    [Range(1, 100_000)]
    public int Requests { get; set; } = 256;

    /// <summary>Citizens' requests that wait for their turn; further ones are refused.</summary>
    [Range(0, 100_000)]
    public int RequestsWaiting { get; set; } = 512;

    /// <summary>Citizens' requests of one address, at work and waiting.</summary>
    [Range(1, 100_000)]
    public int RequestsPerAddress { get; set; } = 384;

    /// <summary>Requests of signed-in staff at work at the same time: their own share.</summary>
    [Range(1, 100_000)]
    public int StaffRequests { get; set; } = 64;

    /// <summary>Requests of signed-in staff that wait for their turn.</summary>
    [Range(0, 100_000)]
    public int StaffRequestsWaiting { get; set; } = 256;

    /// <summary>Sign-ins at work at the same time; checking a password takes a core for a moment.</summary>
    [Range(1, 10_000)]
    public int SignIns { get; set; } = 4;

    /// <summary>Sign-ins that wait for their turn.</summary>
    [Range(0, 10_000)]
    public int SignInsWaiting { get; set; } = 60;

    // Connections that stay

    /// <summary>Phones that follow their ticket.</summary>
    [Range(1, 1_000_000)]
    public int Phones { get; set; } = 20_000;

    /// <summary>Phones that follow the same ticket.</summary>
    [Range(1, 1_000_000)]
    public int PhonesPerTicket { get; set; } = 20;

    /// <summary>Phones behind one address.</summary>
    [Range(1, 1_000_000)]
    public int PhonesPerAddress { get; set; } = 5000;

    /// <summary>Followers of the district page.</summary>
    [Range(1, 1_000_000)]
    public int DistrictPages { get; set; } = 5000;

    /// <summary>Followers of the district page behind one address.</summary>
    [Range(1, 1_000_000)]
    public int DistrictPagesPerAddress { get; set; } = 1000;

    /// <summary>Lobby displays.</summary>
    [Range(1, 100_000)]
    public int Displays { get; set; } = 2000;

    /// <summary>Lobby displays behind one address: all of a district's may share one.</summary>
    [Range(1, 100_000)]
    public int DisplaysPerAddress { get; set; } = 500;

    /// <summary>Clerks' consoles.</summary>
    [Range(1, 100_000)]
    public int Consoles { get; set; } = 2000;

    /// <summary>Panels at counters.</summary>
    [Range(1, 100_000)]
    public int Panels { get; set; } = 2000;

    // The server below them

    /// <summary>Connections of any kind; further ones are closed without an answer.</summary>
    [Range(1, 1_000_000)]
    public int Connections { get; set; } = 40_000;

    /// <summary>Largest body, in bytes.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int Body { get; set; } = 64 * 1024;

    /// <summary>Largest message to a hub, in bytes.</summary>
    [Range(1024, 1024 * 1024)]
    public int HubMessage { get; set; } = 32 * 1024;

    /// <summary>The headers of a request must be there within this time.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Headers { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A connection without a request is closed after this time.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Bodies and answers that move more slowly are given up, in bytes a second, once <see cref="Grace"/> is over.</summary>
    [Range(1, 1_000_000)]
    public int SlowestBytesPerSecond { get; set; } = 500;

    /// <summary>How long a body or an answer may stand still.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00")]
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What the kernel keeps for a connection that does not read, in bytes.</summary>
    [Range(4096, 4 * 1024 * 1024)]
    public int SendBuffer { get; set; } = 128 * 1024;

    /// <summary>A connection that has taken nothing of what was sent for so long is gone.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Unread { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>One message to a console or display is all that may be under way: one that does not take it within this time is gone.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan MessageUnread { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// A panel asks more than twice a second whether its form may still be shown, and goes blank without a yes: an answer that comes later than this is worth
    /// nothing.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan PanelAnswer { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>A node that is told to stop gives up what is still under way after this time.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Drain { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A panel shows a form no longer than this after its last question, whether the ticket is still served there, that was answered with yes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.9", "00:05:00")]
    public TimeSpan PanelLease { get; set; } = TimeSpan.FromMilliseconds(900);

    // The log in Redis

    /// <summary>Events of all offices in the log above which a warning is written.</summary>
    [Range(1, int.MaxValue)]
    public int LogEvents { get; set; } = 100_000;

    /// <summary>Per cent of Redis's memory above which a warning is written.</summary>
    [Range(1, 100)]
    public int RedisMemoryPercent { get; set; } = 60;
}
