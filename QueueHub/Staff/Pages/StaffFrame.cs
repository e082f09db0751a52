using System.Globalization;
using QueueHub.Contracts;
using QueueHub.Contracts.Staff;
using QueueHub.Intake;
using QueueHub.Offices;
using QueueHub.Staff.Accounts;

namespace QueueHub.Staff.Pages;

/// <summary>What every page of the staff is given: who reads it, in which language, by which clock.</summary>
/// <param name="Token">Against forgery from other sites; of every form on the page.</param>
/// <param name="Me">The signed-in person's name; null for nobody.</param>
/// <param name="Administers">The person looks after others.</param>
/// <param name="Offices">All offices, for their names.</param>
public sealed record StaffFrame(
    Reader Reader, string Token, string? Me, bool Administers, IReadOnlyList<OfficeDocument> Offices, DateTimeOffset Now)
{
    /// <summary>The text in the reader's language.</summary>
    public string Read(LocalText text) => Reader.Read(text);

    /// <summary>The moment by the clock on the wall.</summary>
    public string When(DateTime at)
    {
        var utc = new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc));
        var local = Offices is [var office, ..] ? OfficeClock.Local(office, utc) : utc;
        return local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>Name of an office; no office is the whole district.</summary>
    public string Office(string? slug) => slug is null ? Read(StaffTexts.District)
        : Offices.FirstOrDefault(office => office.Slug == slug) is { } office ? Read(office.Name) : slug;

    /// <summary>Offices as a person reads them, by name.</summary>
    public IEnumerable<OfficeDocument> ByName => Offices.OrderBy(office => Read(office.Name), StringComparer.Ordinal);

    /// <summary>Who made a change, where it was no person.</summary>
    public string Maker(string by) => by == StaffActor.CommandLine.Name ? Read(StaffTexts.CommandLine) : by == "openid" ? Read(StaffTexts.OpenId) : by;

    /// <summary>A role and where it holds.</summary>
    public string Role(StaffRole role, string? office) => $"{Office(office)} · {Read(StaffTexts.Of(role))}";
}
