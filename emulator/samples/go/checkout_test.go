package shop

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"testing"
)

func control(t *testing.T, method, path, world string, answer any) {
	t.Helper()
	request, _ := http.NewRequest(method, os.Getenv("SANDBOX_CONTROL_URL")+path, nil)
	request.Header.Set("X-Sandbox-World", world)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if err := json.NewDecoder(response.Body).Decode(answer); answer != nil && err != nil {
		t.Fatal(err)
	}
}

func TestACustomerWhoConfirmsHasPaid(t *testing.T) {
	var world struct {
		Name  string
		Kaspi struct{ ApiKey string }
	}
	control(t, "POST", "/worlds", "main", &world)
	defer control(t, "DELETE", "/worlds/"+world.Name, "main", nil)
	ca, _ := os.ReadFile(os.Getenv("KASPI_CA"))
	checkout := NewCheckout(os.Getenv("KASPI_R1_URL"), world.Kaspi.ApiKey, ca, "321")
	payment, err := checkout.Begin(1500)
	control(t, "POST", fmt.Sprintf("/payments/%d/scan", payment), world.Name, nil)
	control(t, "POST", fmt.Sprintf("/payments/%d/confirm", payment), world.Name, nil)
	var findings []any
	if paid, err2 := checkout.IsPaid(payment); !paid || err != nil || err2 != nil {
		t.Fatal(paid, err, err2)
	}
	if control(t, "GET", "/findings", world.Name, &findings); len(findings) > 0 {
		t.Fatal(findings)
	}
}
