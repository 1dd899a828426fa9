"""What training configs name: encoders, taggers, readers, augmenters."""
