namespace QueueHub.Contracts.Hubs;

/// <summary>Paths that server and clients share.</summary>
public static class Routes
{
    /// <summary>What history answers: of all offices of the asker, or of the one whose slug follows.</summary>
    public const string History = "/api/history";

    /// <summary>GET → <see cref="Contracts.History.PaperFactors"/>, for supervisors.</summary>
    public const string HistoryPaper = "/api/history/paper";

    /// <summary>Hub of lobby displays; public.</summary>
    public const string DisplayHub = "/hubs/display";

    /// <summary>Hub of the panels; needs the token of a paired one.</summary>
    public const string PanelHub = "/hubs/panel";

    /// <summary>Hub of the clerks' consoles; needs the sign-in cookie.</summary>
    public const string CounterHub = "/hubs/counter";

    /// <summary>POST <see cref="Staff.SignInRequest"/> → <see cref="Staff.SignedIn"/> and the cookie.</summary>
    public const string SignIn = "/api/staff/sign-in";

    /// <summary>GET → <see cref="Staff.SignInOptions"/>; public.</summary>
    public const string SignInOptions = "/api/staff/sign-in-options";

    /// <summary>GET, by a browser: leads to the organisation's provider, and from there signed in to <c>?return=</c>, a path under /counter or /staff.</summary>
    public const string OpenId = "/api/staff/openid";

    /// <summary>POST; ends the session and its hub connections.</summary>
    public const string SignOut = "/api/staff/sign-out";

    /// <summary>POST <see cref="Staff.PasswordRequest"/>; changes the password and signs nobody in. Needs no cookie: whose password must be changed gets none.</summary>
    public const string Password = "/api/staff/password";

    /// <summary>GET → <see cref="Staff.SignedIn"/>, or 401 with <c>sign_in_required</c>.</summary>
    public const string WhoAmI = "/api/staff/me";

    /// <summary>POST <see cref="Screens.PairingRequest"/> → <see cref="Screens.PairingCode"/>; public: a screen asks to be paired.</summary>
    public const string Pairings = "/api/screens/pairings";

    /// <summary>POST <see cref="Screens.PairingQuestion"/> → <see cref="Screens.PairingAnswer"/>, and the cookie once it is paired; public.</summary>
    public const string PairingPoll = "/api/screens/pairings/poll";

    /// <summary>GET → <see cref="Screens.ScreenPlace"/> of the display that asks, or 401 with <c>screen_not_paired</c> or <c>screen_unpaired</c>.</summary>
    public const string DisplayPlace = "/api/screens/display";

    /// <summary>GET → <see cref="Screens.HereQr"/> for a paired display, or 204 where presence need not be shown.</summary>
    public const string DisplayHere = "/api/screens/display/here";

    /// <summary>GET → <see cref="Screens.ScreenPlace"/> of the panel that asks, or 401 with <c>screen_not_paired</c> or <c>screen_unpaired</c>.</summary>
    public const string PanelPlace = "/api/screens/panel";

    /// <summary>GET a picture or a video of an office's notices: <c>/{office}/{file}</c> below it; public.</summary>
    public const string Media = "/display/media";

    /// <summary>GET → <see cref="Boards.RoomList"/>: the offices of a supervisor.</summary>
    public const string Rooms = "/api/rooms";
}
