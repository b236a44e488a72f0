import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

class RunIt {
    static RunInstancesRequest request() {
        return RunInstancesRequest.builder()
            .imageId("ami-0a1b2c3d4e5f60718")
            .instanceType(InstanceType.M6_G_LARGE)
            .minCount(1).maxCount(1)
            .build();
    }
}
