namespace QueueHub.Contracts;

/// <summary>
/// The stable <c>code</c> of every problem a caller can meet, over HTTP (problem details) and over a hub (<see cref="Tickets.CommandReply"/>).
/// Codes never change their meaning; the sentence beside them may be reworded.
/// </summary>
public static class ProblemCodes
{
    // Requests
    /// <summary>The body is not valid JSON, or a field is missing or out of range.</summary>
    public const string InvalidRequest = "invalid_request";
    /// <summary>The last day of the range is before its first.</summary>
    public const string RangeReversed = "range_reversed";
    /// <summary>More was asked for at once than can be answered; a shorter range can.</summary>
    public const string RangeTooLong = "range_too_long";
    /// <summary>It is none of 1 (Monday) to 7 (Sunday).</summary>
    public const string WeekdayInvalid = "weekday_invalid";
    /// <summary>An export would have more rows than its format may have; less of it, or the other format, can be had.</summary>
    public const string ExportTooLarge = "export_too_large";
    /// <summary>The office does not allow figures of single clerks.</summary>
    public const string StaffFiguresOff = "staff_figures_off";
    /// <summary>The body is larger than allowed.</summary>
    public const string TooLarge = "too_large";
    /// <summary>The request did not arrive in time; nothing was done.</summary>
    public const string TooSlow = "too_slow";
    /// <summary>The content type is not one this endpoint reads.</summary>
    public const string UnsupportedMediaType = "unsupported_media_type";
    /// <summary>No <c>requestId</c> of 32 hexadecimal digits was sent.</summary>
    public const string RequestIdRequired = "request_id_required";
    /// <summary>This request id was used by another caller or with another body.</summary>
    public const string RequestIdConflict = "request_id_conflict";
    /// <summary>Too many requests from this address or device.</summary>
    public const string RateLimited = "rate_limited";
    /// <summary>The node has all it can do, or this address its share of it; nothing was done. Come back after <c>Retry-After</c>.</summary>
    public const string Busy = "busy";
    /// <summary>The form token is missing or stale.</summary>
    public const string AntiForgery = "antiforgery";

    // People
    /// <summary>Nobody is signed in.</summary>
    public const string SignInRequired = "sign_in_required";
    /// <summary>The signed-in person may not do this here.</summary>
    public const string Forbidden = "forbidden";
    /// <summary>Wrong name or password.</summary>
    public const string SignInFailed = "sign_in_failed";
    /// <summary>Too many failures; wait before the next try.</summary>
    public const string SignInLocked = "sign_in_locked";
    /// <summary>The person has roles at more offices than a cookie can name; a role of the district takes their place.</summary>
    public const string TooManyOffices = "too_many_offices";
    /// <summary>The sign-in at the organisation's provider did not come to a good end, or its proof did not hold.</summary>
    public const string OpenIdFailed = "openid_failed";
    /// <summary>The organisation's provider cannot be reached; nobody was signed in.</summary>
    public const string OpenIdUnavailable = "openid_unavailable";
    /// <summary>The provider knows the person, but they have no account here that may be used.</summary>
    public const string NoAccount = "no_account";
    /// <summary>The password was right, and is good for nothing but being changed.</summary>
    public const string PasswordChangeRequired = "password_change_required";
    /// <summary>The new password has fewer than ten characters.</summary>
    public const string PasswordTooShort = "password_too_short";
    /// <summary>The new password is little more than the account's name.</summary>
    public const string PasswordIsName = "password_is_name";
    /// <summary>The new password is a repetition or a row, or has hardly any different characters.</summary>
    public const string PasswordTooSimple = "password_too_simple";
    /// <summary>The new password is the present one.</summary>
    public const string PasswordUnchanged = "password_unchanged";
    /// <summary>No such webhook, or none that the caller looks after.</summary>
    public const string UnknownWebhook = "unknown_webhook";
    /// <summary>The webhook has no dead message of this id: it is tried again already, or was taken.</summary>
    public const string UnknownWebhookMessage = "unknown_webhook_message";
    /// <summary>Its address is not https or not outside, or it names an event or an office that there is not.</summary>
    public const string InvalidWebhook = "invalid_webhook";
    /// <summary>No such account, or none that the caller looks after.</summary>
    public const string UnknownStaff = "unknown_staff";
    /// <summary>Another account has this name.</summary>
    public const string AccountNameTaken = "account_name_taken";
    /// <summary>The name has other characters than an account's may have, or too many or too few.</summary>
    public const string AccountNameInvalid = "account_name_invalid";
    /// <summary>The person's name is empty or too long.</summary>
    public const string DisplayNameInvalid = "display_name_invalid";
    /// <summary>Nobody changes their own rights.</summary>
    public const string NotYourself = "not_yourself";
    /// <summary>The district would be left without an administrator.</summary>
    public const string LastAdministrator = "last_administrator";

    /// <summary>The API key is none, or it has expired or was revoked.</summary>
    public const string ApiKeyInvalid = "api_key_invalid";
    /// <summary>There is no such API key among those the caller looks after.</summary>
    public const string UnknownApiKey = "unknown_api_key";
    /// <summary>The API key has no name, or one that is too long.</summary>
    public const string ApiKeyNameInvalid = "api_key_name_invalid";

    // Screens
    /// <summary>The device is not paired as such a screen.</summary>
    public const string ScreenNotPaired = "screen_not_paired";
    /// <summary>The device was paired as such a screen, and is no longer.</summary>
    public const string ScreenUnpaired = "screen_unpaired";
    /// <summary>No screen shows this code; codes live for ten minutes and are good once.</summary>
    public const string UnknownPairingCode = "unknown_pairing_code";
    /// <summary>The office has no such screen (any more).</summary>
    public const string UnknownScreen = "unknown_screen";
    /// <summary>The office has no such zone (any more).</summary>
    public const string UnknownZone = "unknown_zone";
    /// <summary>The place of a display has no name, or one that is too long.</summary>
    public const string ScreenNameInvalid = "screen_name_invalid";

    // Things that are not there
    public const string UnknownOffice = "unknown_office";
    public const string UnknownService = "unknown_service";
    public const string UnknownCounter = "unknown_counter";
    public const string UnknownTicket = "unknown_ticket";
    /// <summary>There is no such incident, or none that the caller may read.</summary>
    public const string UnknownIncident = "unknown_incident";
    /// <summary>The office has no recovery room, or nobody has booked it so.</summary>
    public const string UnknownRoom = "unknown_room";
    public const string UnknownClass = "unknown_class";
    public const string UnknownForm = "unknown_form";
    /// <summary>No form was prepared under this link, or its time is over, or its citizen has destroyed it.</summary>
    public const string UnknownPreparedForm = "unknown_prepared_form";
    /// <summary>The scanned link is another office's.</summary>
    public const string OtherOffice = "other_office";
    /// <summary>The office has no such result of a service.</summary>
    public const string UnknownResult = "unknown_result";
    public const string NotFound = "not_found";

    // Commands in the wrong state
    /// <summary>The ticket's state does not allow this command; see docs/ticket-states.md.</summary>
    public const string WrongState = "wrong_state";
    /// <summary>The ticket is not (or no longer) at this counter.</summary>
    public const string NotAtCounter = "not_at_counter";
    /// <summary>Nobody waits for this counter's services.</summary>
    public const string NobodyWaiting = "nobody_waiting";
    /// <summary>Another ticket is the next one by now; nobody was called.</summary>
    public const string NextChanged = "next_changed";
    /// <summary>Somebody waits longer: calling this one first needs a reason.</summary>
    public const string ReasonRequired = "reason_required";
    /// <summary>The number was announced only just now.</summary>
    public const string RecallLocked = "recall_locked";
    /// <summary>It is too long ago, or somebody has acted on the ticket since.</summary>
    public const string UndoTooLate = "undo_too_late";
    /// <summary>The ticket is being moved to another office; until that has ended nothing else is done to it.</summary>
    public const string TicketMoving = "ticket_moving";
    /// <summary>The other office takes no ticket for this now; it stays where it is.</summary>
    public const string MoveRefused = "move_refused";
    /// <summary>Nothing was told beforehand: a visit is ended only after a warning.</summary>
    public const string WarningRequired = "warning_required";
    /// <summary>The alarm was switched off; if one stands, it is another.</summary>
    public const string AlarmOver = "alarm_over";
    /// <summary>Somebody else has the recovery room at that time.</summary>
    public const string RoomTaken = "room_taken";
    /// <summary>The counter already has a ticket.</summary>
    public const string CounterBusy = "counter_busy";
    /// <summary>The counter is paused or closed.</summary>
    public const string CounterNotOpen = "counter_not_open";
    /// <summary>Another clerk holds this counter.</summary>
    public const string CounterTaken = "counter_taken";
    /// <summary>The caller does not hold this counter.</summary>
    public const string NotYourCounter = "not_your_counter";
    /// <summary>The ticket was reinstated as often as the office allows.</summary>
    public const string ReinstateLimit = "reinstate_limit";
    /// <summary>Others were let go first as often as the office allows.</summary>
    public const string RequeueLimit = "requeue_limit";
    /// <summary>The service is not offered (any more) today.</summary>
    public const string ServiceClosed = "service_closed";
    /// <summary>This phone holds a number of the service already; another is given only for somebody who came along, and not without end.</summary>
    public const string AlreadyWaiting = "already_waiting";
    /// <summary>The proof of being at the office is not one, or its time is over: scan the code on the lobby screen.</summary>
    public const string PresenceRequired = "presence_required";
    /// <summary>A code that shows presence was scanned too late, or is none.</summary>
    public const string PresenceCodeExpired = "presence_code_expired";
    /// <summary>The hub has no such way to reach a phone (now): it is not configured, or not ready.</summary>
    public const string NotifyUnavailable = "notify_unavailable";
    /// <summary>What the browser gave is no push subscription that may be sent to, or nothing was chosen to be told.</summary>
    public const string SubscriptionInvalid = "subscription_invalid";
    /// <summary>It is no Korean mobile number.</summary>
    public const string PhoneNumberInvalid = "phone_number_invalid";
    /// <summary>The office's day is closed; no new tickets.</summary>
    public const string DayClosed = "day_closed";
    /// <summary>It is outside the office's opening hours; no new tickets from phones.</summary>
    public const string OfficeClosed = "office_closed";
    /// <summary>The command speaks of a business day that is not the current one.</summary>
    public const string DayChanged = "day_changed";
    /// <summary>Every number of the service's range is still in use.</summary>
    public const string NumbersExhausted = "numbers_exhausted";
    /// <summary>The form can no longer be changed by this side.</summary>
    public const string FormLocked = "form_locked";
    /// <summary>The form was changed elsewhere since this side read it; nothing was submitted.</summary>
    public const string FormConflict = "form_conflict";
    /// <summary>The form has errors; they stand beside the fields.</summary>
    public const string FormInvalid = "form_invalid";

    // The system
    /// <summary>The node's clock differs by more than two seconds from Redis's.</summary>
    public const string ClockSkew = "clock_skew";
    /// <summary>The queue cannot be reached; nothing was done. Safe to repeat.</summary>
    public const string Unavailable = "unavailable";
    /// <summary>No answer in time: the command may or may not have been done. Repeat it with the same request id.</summary>
    public const string Unknown = "outcome_unknown";
    /// <summary>Something unexpected failed; it was logged.</summary>
    public const string Internal = "internal";
}
