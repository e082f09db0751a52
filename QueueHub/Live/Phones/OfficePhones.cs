using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace QueueHub.Live.Phones;

/// <summary>The phones that follow one office, by ticket: a call must find its own among ten thousand without looking at the others.</summary>
internal sealed class OfficePhones
{
    private readonly ConcurrentDictionary<long, ImmutableArray<Phone>> _byTicket = new();

    public int Count => _byTicket.Values.Sum(phones => phones.Length);

    public IEnumerable<Phone> All => _byTicket.Values.SelectMany(phones => phones);

    /// <summary>Each ticket that somebody follows, with its phones.</summary>
    public IEnumerable<KeyValuePair<long, ImmutableArray<Phone>>> ByTicket => _byTicket;

    public ImmutableArray<Phone> Of(long ticket) => _byTicket.TryGetValue(ticket, out var phones) ? phones : [];

    public void Add(Phone phone) => _byTicket.AddOrUpdate(phone.Ticket, [phone], (_, present) => present.Add(phone));

    public void Remove(Phone phone)
    {
        while (_byTicket.TryGetValue(phone.Ticket, out var present))
        {
            var others = present.Remove(phone);
            if (others.IsEmpty ? _byTicket.TryRemove(KeyValuePair.Create(phone.Ticket, present)) : _byTicket.TryUpdate(phone.Ticket, others, present))
            {
                return;
            }
        }
    }
}
