namespace QueueHub.History.Export;

/// <summary>
/// The columns of the exports, in their order. Programs read them by name and by place: whoever changes, removes or moves one raises
/// <see cref="Version"/>; one more at the end does not. docs/export.md says what each holds.
/// </summary>
public static class ExportSchema
{
    public const int Version = 1;

    /// <summary>One row a ticket. Nothing that names a person or opens a link: no clerk, no token, no ordinal, no note.</summary>
    public static readonly IReadOnlyList<ExportColumn> Tickets =
    [
        new("office", CellKind.Text, 20),
        new("business_date", CellKind.Date),
        new("number", CellKind.Whole, 8),
        new("service", CellKind.Text, 18),
        new("journey", CellKind.Text, 24),
        new("class", CellKind.Text),
        new("channel", CellKind.Text, 9),
        new("language", CellKind.Text, 9),
        new("state", CellKind.Text, 11),
        new("utc_offset_minutes", CellKind.Whole, 10),
        new("issued_at", CellKind.Time, 20),
        new("called_at", CellKind.Time, 20),
        new("served_at", CellKind.Time, 20),
        new("ended_at", CellKind.Time, 20),
        new("on_the_way_seconds", CellKind.Whole),
        new("waiting_seconds", CellKind.Whole),
        new("walking_seconds", CellKind.Whole),
        new("serving_seconds", CellKind.Whole),
        new("parked_seconds", CellKind.Whole),
        new("calls", CellKind.Whole, 8),
        new("recalls", CellKind.Whole, 8),
        new("transfers", CellKind.Whole, 9),
        new("counter", CellKind.Text, 9),
        new("result", CellKind.Text, 18),
        new("form", CellKind.Text, 20),
        new("form_version", CellKind.Whole),
        new("sheets_saved", CellKind.Whole),
        new("rating", CellKind.Whole, 8),
        new("expected_low_minutes", CellKind.Whole),
        new("expected_high_minutes", CellKind.Whole),
        new("office_name_ko", CellKind.Text, 20),
        new("service_name_ko", CellKind.Text, 20),
        new("class_name_ko", CellKind.Text),
        new("channel_ko", CellKind.Text),
        new("state_ko", CellKind.Text),
    ];

    /// <summary>The figures of a range: the first row is of the whole of it, the others of its parts.</summary>
    public static readonly IReadOnlyList<ExportColumn> Figures =
    [
        new("office", CellKind.Text, 20),
        new("from", CellKind.Date),
        new("to", CellKind.Date),
        new("by", CellKind.Text, 9),
        new("key", CellKind.Text, 20),
        new("name_ko", CellKind.Text, 20),
        new("name_en", CellKind.Text, 20),
        new("visits", CellKind.Whole),
        new("stops", CellKind.Whole),
        new("called", CellKind.Whole),
        new("served", CellKind.Whole),
        new("absent", CellKind.Whole),
        new("cancelled", CellKind.Whole),
        new("expired", CellKind.Whole),
        new("transferred", CellKind.Whole),
        new("moved", CellKind.Whole),
        new("recalls", CellKind.Whole),
        new("out_of_order", CellKind.Whole),
        new("parked", CellKind.Whole),
        new("wait_mean_seconds", CellKind.Number),
        new("wait_median_seconds", CellKind.Number),
        new("wait_p90_seconds", CellKind.Number),
        new("walk_mean_seconds", CellKind.Number),
        new("walk_median_seconds", CellKind.Number),
        new("walk_p90_seconds", CellKind.Number),
        new("serve_mean_seconds", CellKind.Number),
        new("serve_median_seconds", CellKind.Number),
        new("serve_p90_seconds", CellKind.Number),
        new("target_minutes", CellKind.Whole),
        new("within_target", CellKind.Share),
        new("open_hours", CellKind.Number),
        new("paused_hours", CellKind.Number),
        new("busy_hours", CellKind.Number),
        new("forms", CellKind.Whole),
        new("sheets_saved", CellKind.Whole),
        new("ratings", CellKind.Whole),
        new("rating_mean", CellKind.Number),
        new("satisfied", CellKind.Share),
        new("foretold", CellKind.Whole),
        new("foretold_within", CellKind.Share),
        new("foretold_sooner", CellKind.Share),
        new("foretold_later", CellKind.Share),
        new("foretold_error_minutes", CellKind.Number),
        new("form_visits", CellKind.Whole),
    ];
}
