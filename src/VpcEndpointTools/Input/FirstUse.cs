using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Input;

/// <summary>Gets the rules ready on another core while this one reads the files: half of a short job is compiling them.</summary>
internal static class FirstUse
{
    private static int _isDone;

    /// <summary>Begins, once in a process.</summary>
    public static void Begin()
    {
        if (Environment.ProcessorCount > 1 && Interlocked.Exchange(ref _isDone, 1) == 0)
        {
            _ = Task.Run(() => new RuleEvaluator().Evaluate(Sample, Around));
        }
    }

    private static EndpointConfig Sample { get; } = new()
    {
        VpcEndpointType = EndpointTypes.Interface,
        ServiceName = "com.amazonaws.us-east-1.ssm",
        VpcId = "vpc-00000000000000000",
        SubnetIds = ["subnet-00000000000000000"],
        SecurityGroupIds = ["sg-00000000000000000"],
        PrivateDnsEnabled = true,
        PolicyDocument = """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"ssm:*","Resource":"*"}]}""",
    };

    private static NetworkSnapshot Around { get; } = new()
    {
        Region = "us-east-1",
        Complete = SnapshotCompleteness.Everything,
        Vpcs = [new Vpc { VpcId = "vpc-00000000000000000", CidrBlocks = ["10.0.0.0/16"], EnableDnsSupport = true, EnableDnsHostnames = true }],
        Subnets = [new Subnet { SubnetId = "subnet-00000000000000000", VpcId = "vpc-00000000000000000", AvailabilityZone = "us-east-1a", CidrBlock = "10.0.0.0/24" }],
        SecurityGroups = [new SecurityGroup { GroupId = "sg-00000000000000000", VpcId = "vpc-00000000000000000", IpPermissions = [new IpPermission { IpProtocol = "tcp", FromPort = 443, ToPort = 443, Ipv4Ranges = ["10.0.0.0/16"] }] }],
        RouteTables = [],
        VpcEndpoints = [],
    };
}
