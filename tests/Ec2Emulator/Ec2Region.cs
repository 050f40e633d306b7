using System.Globalization;
using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator;

/// <summary>The state of a Region: lists of objects in the words of AWS's describe answers.</summary>
public sealed class Ec2Region
{
    private readonly Dictionary<string, JsonArray> _lists = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>An empty Region.</summary>
    public Ec2Region(string name) => Name = name;

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Held while something is read or changed.</summary>
    public Lock SyncRoot { get; } = new();

    /// <summary>How many describes of endpoints show a new one as pending.</summary>
    public int PendingDescribes { get; set; } = 1;

    /// <summary>After how many describes a pending endpoint fails; null for never.</summary>
    public int? FailAfterDescribes { get; set; }

    /// <summary>How long a new endpoint is left out of describes: EC2 is eventually consistent.</summary>
    public TimeSpan ListLag { get; set; }

    /// <summary>How many describes of endpoints leave a new one out.</summary>
    public int HiddenDescribes { get; set; }

    /// <summary>Added to the clock that answers and timestamps show.</summary>
    public TimeSpan ClockOffset { get; set; }

    /// <summary>Creates on a dry run, as some servers do that claim to be EC2.</summary>
    public bool IgnoresDryRun { get; set; }

    /// <summary>Does not know client tokens, as some servers do that claim to be EC2.</summary>
    public bool IgnoresTokens { get; set; }

    /// <summary>Answers a repeated token as it answered the first time, whatever has become of the endpoint.</summary>
    public bool RepeatsFirstAnswer { get; set; }

    /// <summary>The ids of all endpoints that were ever created here, in order.</summary>
    public IReadOnlyList<string> EverCreated
    {
        get
        {
            lock (SyncRoot)
            {
                return [.. Sight.All];
            }
        }
    }

    /// <summary>The time as this Region shows it.</summary>
    public DateTime Now => DateTime.UtcNow + ClockOffset;

    /// <summary>How many describes of an endpoint show it as deleting before it is gone; the one that shows it last takes it away.</summary>
    public int DeletingDescribes { get; set; } = 1;

    /// <summary>How many describes of network interfaces still show those of a deleted endpoint.</summary>
    public int InterfacesOutliveDescribes { get; set; }

    /// <summary>How many describes of an endpoint show it as it was before a change or a deletion.</summary>
    public int StaleDescribes { get; set; }

    /// <summary>How many describes of an endpoint show it as pending after a change.</summary>
    public int PendingAfterChangeDescribes { get; set; }

    /// <summary>How many requests for a private DNS name are refused after the endpoint that had it was deleted: its hosted zone lives on.</summary>
    public int ZonesOutliveRequests { get; set; }

    /// <summary>Refuses the name of such a zone in EC2's own words, not in Route 53's.</summary>
    public bool RefusesOldZonesAsEc2 { get; set; }

    /// <summary>Takes changes of endpoints that have failed.</summary>
    public bool ChangesFailed { get; set; }

    /// <summary>What describes still show of endpoints that are otherwise by now, and how often.</summary>
    internal Dictionary<string, (JsonObject Old, int Left)> Stale { get; } = new(StringComparer.Ordinal);

    /// <summary>Network interfaces of deleted endpoints, and how many describes still show them.</summary>
    internal Dictionary<string, int> Leaving { get; } = new(StringComparer.Ordinal);

    /// <summary>Endpoints that are pending because of a change.</summary>
    internal HashSet<string> Changed { get; } = new(StringComparer.Ordinal);

    /// <summary>Hosted zones of deleted endpoints: VPC and service, and how many requests they still refuse.</summary>
    internal Dictionary<(string Vpc, string Service), int> OldZones { get; } = [];

    /// <summary>Client tokens and what they made; EC2 remembers them after the endpoint is gone.</summary>
    internal Dictionary<string, (string Request, JsonObject Endpoint)> Tokens { get; } = new(StringComparer.Ordinal);

    /// <summary>What describes leave out of their answers.</summary>
    internal EndpointSight Sight { get; } = new();

    /// <summary>Describes that an endpoint has been through since its state last changed.</summary>
    internal Dictionary<string, int> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>The objects of a member, such as VpcEndpoints; live.</summary>
    public JsonArray Resources(string member)
    {
        if (!_lists.TryGetValue(member, out JsonArray? list))
        {
            _lists[member] = list = [];
        }

        return list;
    }

    /// <summary>Adds copies of all that a snapshot lists.</summary>
    public void Load(JsonObject snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        lock (SyncRoot)
        {
            foreach ((string member, JsonNode? list) in snapshot)
            {
                foreach (JsonNode? item in list as JsonArray ?? [])
                {
                    Resources(member).Add(item!.DeepClone());
                }
            }
        }
    }

    /// <summary>Does an operation without the wire. Throws <see cref="Ec2Exception"/> as the server would answer.</summary>
    /// <param name="action">The operation.</param>
    /// <param name="request">Its request, as the AWS CLI takes it.</param>
    public JsonObject Act(string action, JsonObject request) => new Operations.Dispatcher(this, int.MaxValue).Act(action, request);

    /// <summary>The provider accepts an endpoint.</summary>
    public void Accept(string endpointId) => Change(endpointId, "available", null);

    /// <summary>The provider rejects an endpoint.</summary>
    public void Reject(string endpointId) => Change(endpointId, "rejected", null);

    /// <summary>Something goes wrong with an endpoint after it was created.</summary>
    public void Fail(string endpointId, string reason) => Change(endpointId, "failed", reason);

    /// <summary>An endpoint takes a state that AWS has, or one that nobody knows.</summary>
    public void SetState(string endpointId, string state) => Change(endpointId, state, null);

    /// <summary>Describes leave an endpoint out from now on.</summary>
    public void Hide(string endpointId) => Sight.Hide(endpointId);

    /// <summary>Describes show it again.</summary>
    public void Show(string endpointId) => Sight.Show(endpointId);

    /// <summary>Somebody else deletes an endpoint; it is gone at once.</summary>
    public void Remove(string endpointId)
    {
        lock (SyncRoot)
        {
            JsonObject endpoint = Find("VpcEndpoints", "VpcEndpointId", endpointId) ?? throw new ArgumentException($"{endpointId}: not there.", nameof(endpointId));
            Operations.Parts.Remove(this, endpoint);
            Resources("VpcEndpoints").Remove(endpoint);
        }
    }

    /// <summary>The object of that id, or null.</summary>
    internal JsonObject? Find(string member, string idName, string? id) =>
        Resources(member).OfType<JsonObject>().FirstOrDefault(item => (string?)item[idName] == id);

    /// <summary>A new id.</summary>
    internal string NewId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-0e{++_next:x15}");

    private void Change(string endpointId, string state, string? reason)
    {
        lock (SyncRoot)
        {
            JsonObject endpoint = Find("VpcEndpoints", "VpcEndpointId", endpointId) ?? throw new ArgumentException($"{endpointId}: not there.", nameof(endpointId));
            endpoint["State"] = state;
            if (reason is not null)
            {
                endpoint["FailureReason"] = reason;
                endpoint["LastError"] = new JsonObject { ["Code"] = "InternalFailure", ["Message"] = reason };
            }
        }
    }
}
