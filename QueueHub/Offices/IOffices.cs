namespace QueueHub.Offices;

/// <summary>The offices this node serves, from Postgres, kept in memory; changes arrive without a restart.</summary>
public interface IOffices
{
    /// <summary>The office with this slug, or null.</summary>
    OfficeDocument? Find(string slug);

    /// <summary>All offices, by slug.</summary>
    IReadOnlyList<OfficeDocument> All { get; }

    /// <summary>Told after the configuration has changed; must only set signals.</summary>
    event Action? Changed;

    /// <summary>The newest version of the form template with this id, or null.</summary>
    Contracts.Forms.FormTemplate? Form(string id);

    /// <summary>The version that a submission was written on, or null.</summary>
    Contracts.Forms.FormTemplate? Form(string id, int version);
}
