namespace VpcEndpointTools.Evaluation;

/// <summary>Where the rules' facts stand. One place, so that a moved page is mended once.</summary>
internal static class RuleSources
{
    private const string Guide = "https://docs.aws.amazon.com/vpc/latest/privatelink/";

    public const string CreateApi = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html";
    public const string CreateInterface = Guide + "create-interface-endpoint.html";
    public const string Access = Guide + "privatelink-access-aws-services.html";
    public const string Gateway = Guide + "gateway-endpoints.html";
    public const string GatewayS3 = Guide + "vpc-endpoints-s3.html";
    public const string GatewayDynamoDb = Guide + "vpc-endpoints-ddb.html";
    public const string Policies = Guide + "vpc-endpoints-access.html";
    public const string Quotas = Guide + "vpc-limits-endpoints.html";
    public const string CrossRegion = Guide + "aws-services-cross-region-privatelink-support.html";
    public const string GatewayLoadBalancer = Guide + "gateway-load-balancer-endpoints.html";
    public const string Tunnel = Guide + "use-cidr-endpoint.html";
    public const string Resource = Guide + "use-resource-endpoint.html";
    public const string ServiceNetwork = Guide + "access-with-service-network-endpoint.html";
    public const string Services = Guide + "aws-services-privatelink-support.html";
    public const string Pricing = "https://aws.amazon.com/privatelink/pricing/";
    public const string S3Interface = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html";
    public const string S3Express = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-networking.html";
    public const string Configure = Guide + "interface-endpoints.html";
    public const string NetworkAcls = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html";
    public const string DataPerimeter = "https://github.com/aws-samples/data-perimeter-policy-examples";
    public const string Ecr = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html";
    public const string TerraformEndpoint = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint";
    public const string DynamoDbInterface = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/privatelink-interface-endpoints.html";
}
