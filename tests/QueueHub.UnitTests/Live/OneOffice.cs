using QueueHub.Contracts.Forms;
using QueueHub.Offices;

namespace QueueHub.UnitTests.Live;

/// <summary>A node that serves the office of <see cref="OfficeStory"/>.</summary>
internal sealed class OneOffice : IOffices
{
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public IReadOnlyList<OfficeDocument> All { get; } = [OfficeStory.Office];

    public OfficeDocument? Find(string slug) => All.FirstOrDefault(office => office.Slug == slug);
    public FormTemplate? Form(string id) => null;
    public FormTemplate? Form(string id, int version) => null;
}
