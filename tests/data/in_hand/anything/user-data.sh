#cloud-config
packages: [nginx]
