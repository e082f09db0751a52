using QueueHub.Contracts.Forms;
using QueueHub.Offices.Documents;

namespace QueueHub.Offices;

/// <summary>The configuration in memory; <see cref="OfficeLoader"/> replaces it as a whole.</summary>
internal sealed class Offices : IOffices
{
    private volatile Configuration _current = Configuration.Empty;

    /// <summary>What is served now.</summary>
    public Configuration Current
    {
        get => _current;
        set
        {
            _current = value;
            Changed?.Invoke();
        }
    }

    public event Action? Changed;

    public IReadOnlyList<OfficeDocument> All => _current.Offices;
    public OfficeDocument? Find(string slug) => _current.Office(slug);
    public FormTemplate? Form(string id) => _current.Form(id);
    public FormTemplate? Form(string id, int version) => _current.Form(id, version);
}
