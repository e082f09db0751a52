using QueueHub.Contracts.Staff;

namespace QueueHub.Staff.Accounts;

/// <summary>Whom somebody may look after. Pure.</summary>
/// <param name="District">Everybody.</param>
/// <param name="Offices">The people of these offices.</param>
public sealed record StaffRights(bool District, IReadOnlySet<string> Offices)
{
    /// <summary>True for who may look after anybody at all.</summary>
    public bool Any => District || Offices.Count > 0;

    /// <summary>The rights that roles give.</summary>
    public static StaffRights Of(StaffRole? district, IEnumerable<StaffOfficeRow> offices) => new(
        district == StaffRole.Administrator,
        offices.Where(row => row.StaffRole == StaffRole.Administrator).Select(row => row.Office).ToHashSet(StringComparer.Ordinal));

    /// <summary>True when the person works at an office of theirs.</summary>
    public bool MaySee(StaffPerson person) => District || person.Offices.Any(row => Offices.Contains(row.Office));

    /// <summary>
    /// True when the account as a whole is theirs to change. Who works elsewhere too is not: with a new password an administrator of one office could
    /// sign in as them and act there.
    /// </summary>
    public bool MayChange(StaffPerson person) =>
        District || (person.DistrictRole is null && person.Offices.Count > 0 && person.Offices.All(row => Offices.Contains(row.Office)));

    /// <summary>True when roles at the office are theirs to give and to take; null is the district.</summary>
    public bool MayGrantAt(string? office) => District || (office is not null && Offices.Contains(office));
}
