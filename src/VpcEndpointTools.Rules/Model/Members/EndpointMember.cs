using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Model.Members;

/// <summary>Where an endpoint is read, and what is known of it as a whole.</summary>
/// <param name="Reader">The endpoint.</param>
/// <param name="IsExisting">True where AWS shows it; false for a request.</param>
/// <param name="Type">Its type.</param>
internal sealed record EndpointReading(NodeReader Reader, bool IsExisting, Value<string> Type);

/// <summary>A request and an endpoint that is there, to be compared.</summary>
/// <param name="Request">The request.</param>
/// <param name="Existing">The endpoint.</param>
/// <param name="Snapshot">What surrounds it; null where that is not known.</param>
internal sealed record EndpointPair(EndpointConfig Request, EndpointConfig Existing, NetworkSnapshot? Snapshot);

/// <summary>What sets a member in Terraform's aws_vpc_endpoint.</summary>
/// <param name="Name">The argument, or the attribute of what exists.</param>
internal sealed record TerraformArgument(string Name)
{
    /// <summary>What the ids in it begin with; null where it holds none.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>The resource type that adds one id to the list; null without such a type.</summary>
    public string? Association { get; init; }
}

/// <summary>A setting or a fact of an endpoint: its row, and the only place that knows how it is called, read, compared, written and
/// shown.</summary>
/// <remarks>As for <see cref="SnapshotMember"/>: a row finds its value in the property of <see cref="EndpointConfig"/> that has its name,
/// or in
/// <see cref="EndpointConfig.Others"/>. What the values of a kind have in common is in <see cref="MemberKind{T}"/>.</remarks>
internal abstract class EndpointMember
{
    private protected EndpointMember(string name) => Name = name;

    /// <summary>AWS's name of it in the describe answer and in the request.</summary>
    public string Name { get; }

    /// <summary>The object that it is in, such as DnsOptions; null for the endpoint itself.</summary>
    public string? Group { get; init; }

    /// <summary>True for a member of CreateVpcEndpoint's request.</summary>
    public bool IsInRequest { get; init; }

    /// <summary>The request's own name of it, where it is another one.</summary>
    public string? RequestName { get; init; }

    /// <summary>The member of the request that it stands in.</summary>
    public string RequestMember => Group ?? RequestName ?? Name;

    /// <summary>False for what no describe answer shows.</summary>
    public bool IsInAnswer { get; init; } = true;

    /// <summary>True for what makes two endpoints of a VPC endpoints of the same thing.</summary>
    public bool IsTarget { get; init; }

    /// <summary>True where an object with this member is taken for an endpoint.</summary>
    public bool IsMark { get; init; }

    /// <summary>True where a request that states it wants endpoints that have it so.</summary>
    public bool IsCompared { get; init; }

    /// <summary>True where a request that has it otherwise is a request for another endpoint; false for tags.</summary>
    public bool IsSetting => IsTarget || IsCompared;

    /// <summary>What the table of types calls it where it says what can be changed later; null for what ModifyVpcEndpoint does not
    /// take.</summary>
    public string? ChangesWith { get; init; }

    /// <summary>The parameter of New-EC2VpcEndpoint; null without one.</summary>
    public string? AwsToolsParameter { get; init; }

    /// <summary>The argument or attribute of Terraform's aws_vpc_endpoint; null without one.</summary>
    public TerraformArgument? Terraform { get; init; }

    /// <summary>True for a property of CloudFormation's AWS::EC2::VPCEndpoint, which calls it as AWS does.</summary>
    public bool IsInCloudFormation { get; init; }

    /// <summary>True where a macro of a template may add it.</summary>
    public bool MayComeFromMacro { get; init; }

    /// <summary>What the value is, in a few words.</summary>
    public abstract string KindName { get; }

    /// <summary>True for a list of texts.</summary>
    public abstract bool IsList { get; }

    /// <summary>Its name with the object that it is in.</summary>
    public string FullName => Group is null ? Name : $"{Group}.{Name}";

    /// <inheritdoc/>
    public override string ToString() => FullName;

    /// <summary>The names by which an object is told to be an endpoint: objects of the pipe may have the singular.</summary>
    internal IEnumerable<string> Marks => !IsMark ? [] : IsList ? [Name, Singular] : [Name];

    /// <summary>AWS.Tools' name of a list.</summary>
    private protected string Singular => Name.EndsWith('s') ? Name[..^1] : Name;

    /// <summary>Reads it into a configuration that nobody else has yet.</summary>
    internal abstract void Read(EndpointReading reading, EndpointConfig into);

    /// <summary>The value for people and scripts: a text, a bool, an array; null where it is not known or not set.</summary>
    internal abstract object? Show(EndpointConfig config);

    /// <summary>The expression that stands for it, or for a part of it; null where all is known.</summary>
    internal abstract string? Unknown(EndpointConfig config);

    /// <summary>The value as a request has it; null where it is not stated.</summary>
    internal abstract InputNode? Write(EndpointConfig config);

    /// <summary>Puts its value into the one order in which it is shown, sent and hashed, in a configuration that nobody else has
    /// yet.</summary>
    internal abstract void Sort(EndpointConfig config);

    /// <summary>What the endpoint has otherwise than the request states; null where it is the same, not stated or not known.</summary>
    internal abstract (string Wanted, string Existing)? Compare(EndpointPair pair);

    /// <summary>True where both have the same, whatever its case.</summary>
    internal abstract bool IsSame(EndpointConfig left, EndpointConfig right);

    /// <summary>The arguments of Edit-EC2VpcEndpoint that would align the endpoint.</summary>
    internal abstract IEnumerable<string> Align(EndpointConfig request, EndpointConfig existing);
}

/// <summary>A member whose values are of one type.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class EndpointMember<T> : EndpointMember
    where T : notnull
{
    private readonly MemberKind<T> _kind;
    private readonly MemberAccess<EndpointConfig, T> _access;

    internal EndpointMember(string name, MemberKind<T> kind, string? group = null)
        : base(name)
    {
        _kind = kind;
        Group = group;
        _access = group == nameof(EndpointConfig.DnsOptions) && MemberAccess<DnsOptions, T>.Has(name) ? InDnsOptions(name)
            : MemberAccess<EndpointConfig, T>.To(FullName);
    }

    /// <inheritdoc/>
    public override string KindName => _kind.Name;

    /// <inheritdoc/>
    public override bool IsList => _kind.IsList;

    /// <summary>The value that was read as it is meant in an input of that form.</summary>
    internal Func<T, EndpointReading, T> AsMeant { get; init; } = (value, _) => value;

    /// <summary>What an endpoint has, where a describe answer shows that elsewhere.</summary>
    internal Func<EndpointPair, T>? Has { get; init; }

    /// <summary>The value of a configuration.</summary>
    public T Of(EndpointConfig config) => _access.Get(config) ?? _kind.Absent;

    /// <summary>The configuration with another value.</summary>
    public EndpointConfig With(EndpointConfig config, T value)
    {
        ArgumentNullException.ThrowIfNull(config);
        EndpointConfig copy = config with { };
        _access.Set(copy, value);
        return copy;
    }

    /// <summary>Reads it; an object of the pipe may have AWS.Tools' flat name of a member of a group.</summary>
    internal T Read(NodeReader reader)
    {
        if (Group is null)
        {
            return _kind.Read(reader, Name, Singular);
        }

        return reader.Object(Group) is { } group ? _kind.Read(group, Name, Singular)
            : reader.Node.IsLoose ? _kind.Read(reader, $"{Group}_{Name}", $"{Group}_{Singular}")
            : _kind.Absent;
    }

    internal override void Read(EndpointReading reading, EndpointConfig into)
    {
        T value = AsMeant(Read(reading.Reader), reading);
        if (!_kind.IsAbsent(value))
        {
            _access.Set(into, value);
        }
    }

    internal override object? Show(EndpointConfig config) => _kind.Show(Of(config), config.StandIns);

    internal override string? Unknown(EndpointConfig config) => _kind.Unknown(Of(config));

    internal override InputNode? Write(EndpointConfig config) => _kind.Write(Of(config));

    internal override void Sort(EndpointConfig config)
    {
        T value = Of(config);
        T sorted = _kind.Sort(value);
        if (!ReferenceEquals(sorted, value))
        {
            _access.Set(config, sorted);
        }
    }

    internal override (string Wanted, string Existing)? Compare(EndpointPair pair)
    {
        T wanted = Of(pair.Request);
        if (!IsCompared || _kind.IsAbsent(wanted) || _kind.Unknown(wanted) is not null)
        {
            return null;
        }

        T has = Has is null ? Of(pair.Existing) : Has(pair);
        return _kind.Differ(wanted, has) ? (_kind.Describe(wanted, isWanted: true), _kind.Describe(has, isWanted: false)) : null;
    }

    internal override bool IsSame(EndpointConfig left, EndpointConfig right) =>
        string.Equals(
            _kind.Describe(Of(left), isWanted: false), _kind.Describe(Of(right), isWanted: false), StringComparison.OrdinalIgnoreCase);

    internal override IEnumerable<string> Align(EndpointConfig request, EndpointConfig existing) =>
        AwsToolsParameter is null ? [] : _kind.Align(AwsToolsParameter, Of(request), Of(existing));

    private static MemberAccess<EndpointConfig, T> InDnsOptions(string name)
    {
        MemberAccess<DnsOptions, T> inner = MemberAccess<DnsOptions, T>.To(name);
        MemberAccess<EndpointConfig, DnsOptions> outer = MemberAccess<EndpointConfig, DnsOptions>.To(nameof(EndpointConfig.DnsOptions));
        return new(
            config => inner.Get(config.DnsOptions),
            (config, value) =>
            {
                DnsOptions copy = config.DnsOptions with { };
                inner.Set(copy, value);
                outer.Set(config, copy);
            });
    }
}
